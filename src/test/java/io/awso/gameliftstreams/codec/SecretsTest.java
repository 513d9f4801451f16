package io.awso.gameliftstreams.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.awso.gameliftstreams.model.CreateStreamSessionConnectionOutput;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** No refusal shows what it refuses: every payload here holds the marker, and no stack trace may. */
final class SecretsTest {
    private static final String MARKER = "s3cr3t";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr3t",
                "\"s3cr3t\"",
                "[\"s3cr3t\"]",
                "{s3cr3t:1}",
                "{\"SignalResponse\":s3cr3t}",
                "{\"SignalResponse\":\"s3cr3t",
                "{\"SignalResponse\":\"s3cr3t\"",
                "{\"SignalResponse\":\"s3cr3t\",}",
                "{\"SignalResponse\":\"s3cr3t\"}}",
                "{\"SignalResponse\":\"s3cr3t\"} s3cr3t",
                "{\"SignalResponse\":\"s3cr3t\",\"SignalResponse\":\"s3cr3t\"}",
                "{\"SignalResponse\":\"s3cr3t\\q\"}",
                "{\"SignalResponse\":\"s3cr3t\\u12\"}",
                "{\"SignalResponse\":\"s3cr3t\n\"}",
                "{\"SignalResponse\":\"s3cr3t\u0000\"}",
                "{\"SignalResponse\":[\"s3cr3t\"]}",
                "{\"SignalResponse\":{\"s3cr3t\":\"s3cr3t\"}}",
                "{\"SignalResponse\":12 s3cr3t}",
                "{\"s3cr3t\":\"s3cr3t\" \"s3cr3t\"}",
                "{\"s3cr3t\":tru s3cr3t}",
                "{\"s3cr3t\":[\"s3cr3t\"}",
                "{\"s3cr3t\":\"\uD800\",\"SignalResponse\":\"s3cr3t\"}",
                "{\"SignalResponse\":5,\"s3cr3t\":\"s3cr3t\"}",
            })
    void jsonRefusalsShowNothingOfThePayload(String payload) {
        requireSilentRefusals(CreateStreamSessionConnectionCodec.json(), payload);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr3t",
                "<s3cr3t",
                "<s3cr3t>",
                "<s3cr3t></other>",
                "<Output s3cr3t></Output>",
                "<Output a='s3cr3t' a='s3cr3t'/>",
                "<s3cr3t:Output/>",
                "<Output><SignalResponse>s3cr3t</Output>",
                "<Output><SignalResponse>s3cr3t</SignalResponse>",
                "<Output><SignalResponse>s3cr3t</SignalResponse></Output>s3cr3t",
                "<Output><SignalResponse>s3cr3t</SignalResponse></Output><s3cr3t/>",
                "<Output><SignalResponse>&s3cr3t;</SignalResponse></Output>",
                "<Output><SignalResponse>s3cr3t & s3cr3t</SignalResponse></Output>",
                "<Output><SignalResponse>s3cr3t ]]> s3cr3t</SignalResponse></Output>",
                "<Output><SignalResponse>s3cr3t \u0001</SignalResponse></Output>",
                "<Output><SignalResponse>s3cr3t &#0;</SignalResponse></Output>",
                "<Output><SignalResponse>s3cr3t \uD800</SignalResponse></Output>",
                "<Output><SignalResponse>s3cr3t<s3cr3t/></SignalResponse></Output>",
                "<Output><SignalResponse>s3cr3t</SignalResponse><SignalResponse>s3cr3t</SignalResponse></Output>",
                "<!DOCTYPE s3cr3t SYSTEM 's3cr3t'><Output><SignalResponse>s3cr3t</SignalResponse></Output>",
                "<?xml version='s3cr3t'?><Output/>",
                "<?xml version='1.0' encoding='s3cr3t'?><Output><SignalResponse><s3cr3t/></SignalResponse></Output>",
                "<?s3cr3t",
                "<!-- s3cr3t -- s3cr3t --><Output/>",
                "<Error><Message>s3cr3t</Message></Error>",
                "<ErrorResponse><Message>s3cr3t</Message></ErrorResponse>",
            })
    void xmlRefusalsShowNothingOfThePayload(String payload) {
        requireSilentRefusals(CreateStreamSessionConnectionCodec.xml(), payload);
        requireSilentCursorRefusals(XMLInputFactory.newFactory(), payload);
        requireSilentCursorRefusals(XMLInputFactory.newDefaultFactory(), payload);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SignalResponse=s3cr3t%",
                "SignalResponse=s3cr3t%4",
                "SignalResponse=s3cr3t%zz",
                "SignalResponse=s3cr3t%FF",
                "SignalResponse=s3cr3t\uD800",
                "SignalResponse=s3cr3t&SignalResponse=s3cr3t",
                "s3cr3t=s3cr3t%FF",
                "s3cr3t%FF=s3cr3t",
            })
    void queryRefusalsShowNothingOfThePayload(String payload) {
        requireSilentRefusals(CreateStreamSessionConnectionCodec.query(), payload);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"s3cr3t\"",
                "[\"s3cr3t\"]",
                "{\"SignalResponse\":[\"s3cr3t\"]}",
                "{\"SignalResponse\":{\"s3cr3t\":\"s3cr3t\"}}",
            })
    void treeRefusalsShowNothingOfTheTree(String payload) {
        CreateStreamSessionConnectionJsonCodec json = CreateStreamSessionConnectionCodec.json();
        var tree = JsonMapper.shared().readTree(payload);

        requireSilent(() -> json.decodeOutput(tree));
        requireSilent(() -> json.decodeError(tree));
    }

    /** What may be encoded shows itself no more than what may be decoded. */
    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\uD800", "s3cr3t\uD800s3cr3t", "\uD800s3cr3t"})
    void refusalsToEncodeShowNothingOfTheValue(String value) {
        for (CreateStreamSessionConnectionCodec codec :
                List.of(CreateStreamSessionConnectionCodec.xml(), CreateStreamSessionConnectionCodec.query())) {
            requireSilent(() -> codec.encode(CreateStreamSessionConnectionOutput.builder()
                    .signalResponse(value)
                    .build()));
        }
    }

    private static void requireSilentRefusals(CreateStreamSessionConnectionCodec codec, String payload) {
        requireSilent(() -> codec.decodeOutput(payload));
        requireSilent(() -> codec.decodeError(payload));
        // As bytes, a lone surrogate is a question mark, which is no reason to refuse.
        if (StandardCharsets.UTF_8.newEncoder().canEncode(payload)) {
            byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
            requireSilent(() -> codec.decodeOutput(bytes));
            requireSilent(() -> codec.decodeError(bytes));
        }
    }

    private static void requireSilentCursorRefusals(XMLInputFactory factory, String payload) {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader cursor;
        try {
            cursor = factory.createXMLStreamReader(new StringReader(payload));
            cursor.nextTag();
        } catch (XMLStreamException e) {
            return; // The caller's own parser refuses it before the codec sees an element.
        }
        // Without a code this is refused, whether the cursor finds malformed XML or comes to the end.
        requireSilent(() -> CreateStreamSessionConnectionCodec.xml().decodeError(cursor));
    }

    private static void requireSilent(ThrowingCallable refused) {
        Throwable refusal = catchThrowable(refused);
        assertThat(refusal).isExactlyInstanceOf(CodecException.class);
        // The stack trace has the messages of the exception, its causes and all that they suppress.
        StringWriter stackTrace = new StringWriter();
        refusal.printStackTrace(new PrintWriter(stackTrace));
        assertThat(stackTrace.toString()).contains("CodecException").doesNotContain(MARKER);
    }
}
