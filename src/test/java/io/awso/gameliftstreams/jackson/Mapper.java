package io.awso.gameliftstreams.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.dataformat.xml.XmlMapper;

/** The formats of mappers that know the module. The mappers quote sources wherever they can. */
enum Mapper {
    JSON(JsonMapper::builder),
    XML(XmlMapper::builder);

    private final Supplier<MapperBuilder<?, ?>> builder;

    Mapper(Supplier<MapperBuilder<?, ?>> builder) {
        this.builder = builder;
    }

    /** Returns a new builder without the module. */
    MapperBuilder<?, ?> bare() {
        return builder.get();
    }

    /** Returns a new builder, since a mapper that several tests share would keep what it found of the module. */
    MapperBuilder<?, ?> builder() {
        return bare().addModule(new GameLiftStreamsModule())
                .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("io.awso.gameliftstreams.model.")
                        .build());
    }

    ObjectMapper mapper() {
        return builder().build();
    }

    /** Reads a document by its format; in JSON, single quotes are read as double ones. */
    static <T> T read(String document, Class<T> type) {
        return document.startsWith("<")
                ? XML.mapper().readValue(document, type)
                : JSON.mapper().readValue(document.replace('\'', '"'), type);
    }

    /** Writes a value as a string and as bytes, and returns what both are read as. */
    <T> T pass(T document, Class<T> type) {
        T fromText = mapper().readValue(mapper().writeValueAsString(document), type);
        T fromBytes = mapper().readValue(mapper().writeValueAsBytes(document), type);
        assertThat(fromText).isEqualTo(fromBytes);
        return fromText;
    }
}
