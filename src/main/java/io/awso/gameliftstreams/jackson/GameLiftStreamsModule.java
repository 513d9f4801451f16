package io.awso.gameliftstreams.jackson;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionJsonCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionXmlCodec;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionError;
import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.Serial;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleSerializers;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.Serializers;
import tools.jackson.dataformat.xml.XmlFactory;

/**
 * A Jackson module that lets a mapper hold {@link CreateStreamSessionConnectionOutput} and {@link
 * CreateStreamSessionConnectionError} anywhere in its documents.
 *
 * <p>{@code JsonMapper.builder().addModule(new GameLiftStreamsModule())} registers it, and so does
 * {@code findAndAddModules()}.
 *
 * <ul>
 *   <li>In JSON, and in every format but XML, a value has the form that {@link
 *       CreateStreamSessionConnectionJsonCodec} gives it. In XML it has that of {@link
 *       CreateStreamSessionConnectionXmlCodec}: what stands in the root element there, in the element
 *       that the document has for it. An error that is itself the root is an {@code ErrorResponse}.
 *   <li>Reading is as strict as that codec's {@code decodeOutput(JsonParser)} and {@code
 *       decodeError(JsonParser)}. A type of error, such as {@code ThrottlingException}, takes no
 *       other error. Null as the value of a property is null.
 *   <li>What is refused throws a {@link tools.jackson.databind.DatabindException}: on reading a
 *       {@link tools.jackson.databind.exc.MismatchedInputException}. Its message says what was
 *       expected, found and where; neither it nor a cause quotes the document, whatever the mapper's
 *       {@code INCLUDE_SOURCE_IN_LOCATION} says, so it has no location but in words. An error of
 *       syntax that Jackson meets before it asks this module, such as in a value that it buffers
 *       until it finds a type id, is Jackson's own and may quote.
 *   <li>In XML, an attribute counts as an element, as everywhere in Jackson, and the root of an error
 *       that is read as an output is an output with no members: the parser does not say its name.
 *   <li>Neither type can be {@code @JsonUnwrapped}: it is refused. For a type id in an existing
 *       property {@code __type} of an error, the id must be visible.
 * </ul>
 *
 * <p>Without this module a mapper gives the JSON names to both types all the same, for they carry
 * Jackson's annotations; what it lacks are the codecs' strictness, their silence about a payload that
 * they refuse, the form in XML, and the reading of a {@code CreateStreamSessionConnectionError},
 * which it refuses.
 */
public final class GameLiftStreamsModule extends JacksonModule {
    private static final Class<CreateStreamSessionConnectionOutput> OUTPUT = CreateStreamSessionConnectionOutput.class;
    private static final Class<CreateStreamSessionConnectionError> ERROR = CreateStreamSessionConnectionError.class;

    /** Names an error that is the root of a document in XML; an annotation of the user's own comes first. */
    private static final class ErrorRootName extends NopAnnotationIntrospector {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable PropertyName findRootName(MapperConfig<?> config, AnnotatedClass type) {
            return ERROR.isAssignableFrom(type.getRawType())
                    ? PropertyName.construct(CreateStreamSessionConnectionXmlCodec.ERROR_RESPONSE)
                    : null;
        }
    }

    /** Makes the module. */
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
        if (context.getFormatName().equals(XmlFactory.FORMAT_NAME_XML)) {
            CreateStreamSessionConnectionXmlCodec xml = CreateStreamSessionConnectionCodec.xml();
            context.appendAnnotationIntrospector(new ErrorRootName());
            context.addSerializers(serializers(xml::toTree, xml::toTree));
            context.addDeserializers(new ShapeDeserializers(xml::decodeOutput, xml::decodeError));
        } else {
            CreateStreamSessionConnectionJsonCodec json = CreateStreamSessionConnectionCodec.json();
            context.addSerializers(serializers(json::toTree, json::toTree));
            context.addDeserializers(new ShapeDeserializers(json::decodeOutput, json::decodeError));
        }
    }

    private static Serializers serializers(
            Function<CreateStreamSessionConnectionOutput, ObjectNode> output,
            Function<CreateStreamSessionConnectionError, ObjectNode> error) {
        return new SimpleSerializers()
                .addSerializer(OUTPUT, new ShapeSerializer<>(OUTPUT, output))
                .addSerializer(ERROR, new ShapeSerializer<>(ERROR, error));
    }

    private static final class ShapeDeserializers extends Deserializers.Base {
        private final Function<JsonParser, CreateStreamSessionConnectionOutput> output;
        private final Function<JsonParser, CreateStreamSessionConnectionError> error;

        ShapeDeserializers(
                Function<JsonParser, CreateStreamSessionConnectionOutput> output,
                Function<JsonParser, CreateStreamSessionConnectionError> error) {
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
            return new ShapeDeserializer<>(shape, shape == OUTPUT ? output : error);
        }
    }
}
