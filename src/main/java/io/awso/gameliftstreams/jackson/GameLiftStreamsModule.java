package io.awso.gameliftstreams.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionXmlCodec;
import io.awso.gameliftstreams.codec.MemberReader;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.Serial;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.ser.Serializers;

/**
 * A Jackson 3 module with which a mapper can read and write {@link CreateStreamSessionConnectionOutput} and {@link
 * CreateStreamSessionConnectionError} anywhere in a document.
 *
 * <p>{@code JsonMapper.builder().addModule(new GameLiftStreamsModule())} registers it. On the class path, {@code
 * findAndAddModules()} finds it; on the module path it must be added by hand.
 *
 * <ul>
 *   <li>In JSON, and in every format but XML, a value has the form that {@link
 *       CreateStreamSessionConnectionJsonCodec} writes. In XML it has the form of {@link
 *       CreateStreamSessionConnectionXmlCodec}: the property's element takes the place of the codec's root element, and
 *       has the same child elements. An error at the root of a document is named {@code ErrorResponse} in XML, and
 *       {@code CreateStreamSessionConnectionError} in other formats with {@code WRAP_ROOT_VALUE}.
 *   <li>Reading follows the codec's {@code decodeOutput(MemberReader)} and {@code decodeError(MemberReader)}. A property
 *       of a specific type of error, such as {@code ThrottlingException}, rejects any other error. A property whose
 *       value is null is read as null.
 *   <li>Members that {@code @JsonIgnoreProperties} or {@code @JsonIncludeProperties} leaves out, on a property or as a
 *       mix-in on a type, are neither written nor read.
 *   <li>If the codec rejects something, writing throws a {@link tools.jackson.databind.DatabindException}, and reading
 *       a {@link tools.jackson.databind.exc.MismatchedInputException}. Neither the exception nor its cause quotes the
 *       document, even with {@code INCLUDE_SOURCE_IN_LOCATION}. Jackson's own syntax errors may quote it. They occur in
 *       parts that Jackson reads before it calls this module, for example while it looks for a type id.
 *   <li>In XML, an attribute is read like a child element, as Jackson always does. The element's own name is ignored. If
 *       an error has its code only there, as {@code <AccessDeniedException>} does, reading it as an output gives an
 *       output without members. To read the body of a response, use the codec.
 *   <li>Neither type can be {@code @JsonUnwrapped}: Jackson throws an exception. If {@code @JsonTypeInfo} uses an
 *       error's own property {@code __type} as the type id, it must set {@code visible = true}.
 * </ul>
 *
 * <p>Without this module, JSON names still match through the types' annotations. But outputs are not validated, {@code
 * CreateStreamSessionConnectionError} cannot be read, XML is not supported, and exceptions may quote the document.
 */
public final class GameLiftStreamsModule extends JacksonModule {
    private static final Class<CreateStreamSessionConnectionOutput> OUTPUT = CreateStreamSessionConnectionOutput.class;
    private static final Class<CreateStreamSessionConnectionError> ERROR = CreateStreamSessionConnectionError.class;

    /** Jackson's name for the format. Jackson's constant is in a jar that may be absent. */
    static final String XML = "XML";

    /** Gives errors of all types the same root name. A user's own annotation takes precedence. */
    private static final class ErrorRootName extends NopAnnotationIntrospector {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String name;

        ErrorRootName(String name) {
            this.name = name;
        }

        @Override
        public @Nullable PropertyName findRootName(MapperConfig<?> config, AnnotatedClass type) {
            return ERROR.isAssignableFrom(type.getRawType()) ? PropertyName.construct(name) : null;
        }
    }

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
        if (context.getFormatName().equals(XML)) {
            CreateStreamSessionConnectionXmlCodec xml = CreateStreamSessionConnectionCodec.xml();
            context.appendAnnotationIntrospector(
                    new ErrorRootName(CreateStreamSessionConnectionXmlCodec.ERROR_RESPONSE));
            context.addSerializers(new ShapeSerializers(
                    output -> XmlMembers.of(xml.encodeToString(output)),
                    error -> XmlMembers.of(xml.encodeToString(error))));
            context.addDeserializers(new ShapeDeserializers(true, xml::decodeOutput, xml::decodeError));
        } else {
            CreateStreamSessionConnectionJsonCodec json = CreateStreamSessionConnectionCodec.json();
            context.appendAnnotationIntrospector(new ErrorRootName(ERROR.getSimpleName()));
            context.addSerializers(new ShapeSerializers(
                    CreateStreamSessionConnectionOutput::members, CreateStreamSessionConnectionTrees::members));
            context.addDeserializers(new ShapeDeserializers(false, json::decodeOutput, json::decodeError));
        }
    }

    private static final class ShapeSerializers extends Serializers.Base {
        private final Function<CreateStreamSessionConnectionOutput, Map<String, ?>> output;
        private final Function<CreateStreamSessionConnectionError, Map<String, ?>> error;

        ShapeSerializers(
                Function<CreateStreamSessionConnectionOutput, Map<String, ?>> output,
                Function<CreateStreamSessionConnectionError, Map<String, ?>> error) {
            this.output = output;
            this.error = error;
        }

        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                JsonFormat.@Nullable Value format) {
            Class<?> shape = type.getRawClass();
            if (shape == OUTPUT) {
                return new ShapeSerializer<>(OUTPUT, output, MemberFilter.NONE);
            }
            return ERROR.isAssignableFrom(shape)
                    ? new ShapeSerializer<>(shape.asSubclass(ERROR), error, MemberFilter.NONE)
                    : null;
        }
    }

    private static final class ShapeDeserializers extends Deserializers.Base {
        private final boolean isXml;
        private final Function<MemberReader, CreateStreamSessionConnectionOutput> output;
        private final Function<MemberReader, CreateStreamSessionConnectionError> error;

        ShapeDeserializers(
                boolean isXml,
                Function<MemberReader, CreateStreamSessionConnectionOutput> output,
                Function<MemberReader, CreateStreamSessionConnectionError> error) {
            this.isXml = isXml;
            this.output = output;
            this.error = error;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return type == OUTPUT || ERROR.isAssignableFrom(type);
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Class<?> shape = type.getRawClass();
            if (!hasDeserializerFor(config, shape)) {
                return null;
            }
            return new ShapeDeserializer<>(shape, isXml, shape == OUTPUT ? output : error, MemberFilter.NONE);
        }
    }
}
