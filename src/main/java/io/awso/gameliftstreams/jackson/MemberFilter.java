package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.TYPE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;

/**
 * The members that {@code @JsonIgnoreProperties} or {@code @JsonIncludeProperties} leaves out, on a property, on a type
 * (as a mix-in), or as the mapper's default for a type.
 *
 * @param leftOut the names that are left out
 */
record MemberFilter(Set<String> leftOut) {
    static final MemberFilter NONE = new MemberFilter(Set.of());

    /** The members that an inclusion can leave out. Wrapper objects and alternative names are not among them. */
    private static final Set<String> MEMBERS = Set.of(SIGNAL_RESPONSE, TYPE, MESSAGE);

    /** Returns the filter for a shape's type in a property, or at the root of a document if the property is null. */
    static MemberFilter of(
            Class<?> type,
            @Nullable BeanProperty property,
            DatabindContext context,
            Function<JsonIgnoreProperties.Value, Set<String>> ignored) {
        MapperConfig<?> config = context.getConfig();
        AnnotatedClass shape = context.introspectClassAnnotations(type);
        Set<String> leftOut = new HashSet<>();
        add(config.getDefaultPropertyIgnorals(type, shape), ignored, leftOut);
        add(config.getDefaultPropertyInclusions(type, shape), leftOut);
        AnnotatedMember member = property == null ? null : property.getMember();
        if (member != null) {
            AnnotationIntrospector annotations = config.getAnnotationIntrospector();
            add(annotations.findPropertyIgnoralByName(config, member), ignored, leftOut);
            add(annotations.findPropertyInclusionByName(config, member), leftOut);
        }
        return leftOut.isEmpty() ? NONE : new MemberFilter(leftOut);
    }

    private static void add(
            JsonIgnoreProperties.@Nullable Value ignoral,
            Function<JsonIgnoreProperties.Value, Set<String>> ignored,
            Set<String> leftOut) {
        if (ignoral != null) {
            leftOut.addAll(ignored.apply(ignoral));
        }
    }

    private static void add(JsonIncludeProperties.@Nullable Value inclusion, Set<String> leftOut) {
        if (inclusion != null && inclusion.getIncluded() != null) {
            MEMBERS.stream()
                    .filter(name -> !inclusion.getIncluded().contains(name))
                    .forEach(leftOut::add);
        }
    }

    boolean leavesOut(String name) {
        return leftOut.contains(name);
    }
}
