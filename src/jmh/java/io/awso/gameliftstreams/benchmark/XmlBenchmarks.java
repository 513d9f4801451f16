package io.awso.gameliftstreams.benchmark;

import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionCodec;
import io.awso.gameliftstreams.codec.CreateStreamSessionConnectionXmlCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.dataformat.xml.XmlMapper;

/** XML: each class is a row, and each method a contestant. */
public class XmlBenchmarks {
    private static final CreateStreamSessionConnectionXmlCodec XML = CreateStreamSessionConnectionCodec.xml();

    @State(Scope.Thread)
    public static class OutputDecode {
        private final byte[] body = Payloads.output(XML);
        private final XmlMapper mapper = new XmlMapper();

        @Benchmark
        public Object library() {
            return XML.decodeOutput(body);
        }

        @Benchmark
        public Object jdkCursor() throws Exception {
            return BareXml.signalResponse(BareXml.JDK, body);
        }

        @Benchmark
        public Object woodstoxCursor() throws Exception {
            return BareXml.signalResponse(BareXml.WOODSTOX, body);
        }

        @Benchmark
        public Object databind() {
            return mapper.readValue(body, Records.Output.class);
        }
    }

    @State(Scope.Thread)
    public static class ErrorDecode {
        private final byte[] body = Payloads.error(XML);
        private final XmlMapper mapper = new XmlMapper();

        @Benchmark
        public Object library() {
            return XML.decodeError(body);
        }

        @Benchmark
        public Object jdkCursor() throws Exception {
            return BareXml.codeAndMessage(BareXml.JDK, body);
        }

        @Benchmark
        public Object woodstoxCursor() throws Exception {
            return BareXml.codeAndMessage(BareXml.WOODSTOX, body);
        }

        @Benchmark
        public Object databind() {
            return mapper.readValue(body, Records.XmlErrorResponse.class);
        }
    }

    @State(Scope.Thread)
    public static class OutputEncode {
        private final XmlMapper mapper = new XmlMapper();
        private final Records.Output output = new Records.Output(Payloads.ANSWER);

        @Benchmark
        public Object library() {
            return XML.encode(Payloads.OUTPUT);
        }

        @Benchmark
        public Object databind() {
            return mapper.writeValueAsBytes(output);
        }
    }

    @State(Scope.Thread)
    public static class ErrorEncode {
        private final XmlMapper mapper = new XmlMapper();
        private final Records.XmlErrorResponse error =
                new Records.XmlErrorResponse(new Records.XmlError("Sender", Payloads.CODE, Payloads.MESSAGE));

        @Benchmark
        public Object library() {
            return XML.encode(Payloads.ERROR);
        }

        @Benchmark
        public Object databind() {
            return mapper.writeValueAsBytes(error);
        }
    }
}
