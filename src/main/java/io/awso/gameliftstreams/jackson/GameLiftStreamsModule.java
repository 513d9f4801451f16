package io.awso.gameliftstreams.jackson;

import static io.awso.gameliftstreams.codec.CreateStreamSessionConnectionXmlCodec.ERROR_RESPONSE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.MESSAGE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionError.TYPE;
import static io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput.SIGNAL_RESPONSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionXmlCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.Serial;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.bean.BeanSerializerBase;

/**
 * A Jackson 3 module with which a mapper can read and write {@link CreateStreamSessionConnectionOutput} and {@link
 * CreateStreamSessionConnectionError} anywhere in a document.
 *
 * <p>{@code JsonMapper.builder().addModule(new GameLiftStreamsModule())} registers it. On the class path, {@code
 * findAndAddModules()} finds it; on the module path it must be added by hand.
 *
 * <p>In XML, a value has the child elements that {@link CreateStreamSessionConnectionXmlCodec} writes, in the property's
 * element. In other formats, it has the form that {@link CreateStreamSessionConnectionJsonCodec} writes. A property of a
 * specific type of error, such as {@code ThrottlingException}, rejects any other error. A null value is read as null.
 *
 * <p>Jackson's own serializer decides which members are written, so annotations, mix-ins, views, filters and serializers
 * apply. Absent members are left out, unless {@code @JsonInclude} or a config override says otherwise. A mapper that would
 * write other members or other names throws a {@link DatabindException}, because the value could not be read again. Reading
 * follows the codec's rules. Of the annotations, only {@code @JsonIgnoreProperties} (also as a config override) and {@code
 * @JsonIncludeProperties} apply to it.
 *
 * <p>If the codec rejects something, writing throws a {@code DatabindException}, and reading a {@link
 * tools.jackson.databind.exc.MismatchedInputException}. Neither quotes the document. Jackson's own syntax errors may quote
 * what it reads before it calls this module, for example while it looks for a type id.
 *
 * <ul>
 *   <li>Do not read a response with an {@code XmlMapper}. It hides the root's name, so that an error such as {@code
 *       <AccessDeniedException>} is read as an output without members.
 *   <li>An error at the root of a document is named {@code ErrorResponse} in XML, and {@code
 *       CreateStreamSessionConnectionError} in other formats with {@code WRAP_ROOT_VALUE}.
 *   <li>A {@code @JsonUnwrapped} property cannot be read, nor be written in XML: Jackson throws an exception.
 *   <li>If {@code @JsonTypeInfo} uses an error's own property {@code __type} as the type id, it must set {@code visible =
 *       true}.
 * </ul>
 */
public final class GameLiftStreamsModule extends JacksonModule implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Class<CreateStreamSessionConnectionError> ERROR = CreateStreamSessionConnectionError.class;

    /** The names of all members, as in the types' annotations. */
    static final Set<String> MEMBERS = Set.of(SIGNAL_RESPONSE, TYPE, MESSAGE);

    /** Jackson's name for the format. Jackson's constant is in a jar that may be absent. */
    static final String XML = "XML";

    /** Creates the module. */
    public GameLiftStreamsModule() {}

    @Override
    public String getModuleName() {
        return GameLiftStreamsModule.class.getSimpleName();
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        String format = context.getFormatName();
        context.appendAnnotationIntrospector(annotations(format));
        context.addSerializerModifier(serializers(format));
        context.addDeserializers(new ShapeDeserializers());
    }

    private static boolean isShape(Class<?> type) {
        return type == CreateStreamSessionConnectionOutput.class || ERROR.isAssignableFrom(type);
    }

    /** Acts like annotations on the shapes that cannot be there. A user's own annotations take precedence. */
    private static AnnotationIntrospector annotations(String format) {
        return new NopAnnotationIntrospector() {
            /** Gives errors of all types the same root name. */
            @Override
            public @Nullable PropertyName findRootName(MapperConfig<?> config, AnnotatedClass type) {
                String root = format.equals(XML) ? ERROR_RESPONSE : ERROR.getSimpleName();
                return ERROR.isAssignableFrom(type.getRawType()) ? PropertyName.construct(root) : null;
            }

            /** Leaves absent members out, unless the mapper decides by a filter of its own. */
            @Override
            public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
                boolean isShape = annotated instanceof AnnotatedClass type && isShape(type.getRawType());
                boolean isFiltered = config.getDefaultPropertyInclusion().getValueInclusion() == Include.CUSTOM;
                return JsonInclude.Value.empty()
                        .withValueInclusion(isShape && !isFiltered ? Include.NON_ABSENT : Include.USE_DEFAULTS);
            }
        };
    }

    /** Leaves writing to Jackson's own serializers, which know all annotations and settings, except in XML. */
    private static ValueSerializerModifier serializers(String format) {
        return new ValueSerializerModifier() {
            @Override
            public ValueSerializer<?> modifySerializer(
                    SerializationConfig config, BeanDescription.Supplier description, ValueSerializer<?> serializer) {
                Class<?> shape = description.getBeanClass();
                if (!isShape(shape) || !(serializer instanceof BeanSerializerBase)) {
                    return serializer;
                }
                serializer.properties().forEachRemaining(member -> {
                    if (!MEMBERS.contains(member.getName())) {
                        String problem = "cannot write " + member.getName() + ", because " + shape.getSimpleName()
                                + " is not read with such a member";
                        throw DatabindException.from((JsonGenerator) null, format + ": " + problem);
                    }
                });
                return format.equals(XML) ? new XmlShapeSerializer(serializer) : serializer;
            }
        };
    }

    private static final class ShapeDeserializers implements Deserializers {
        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isShape(type);
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isShape(type.getRawClass()) ? new ShapeDeserializer(type.getRawClass(), Set.of()) : null;
        }
    }
}
