package io.awso.gameliftstreams.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Checks any bytes at all with every decoder and the response reader. The seeds are also ordinary tests. */
final class PayloadFuzzTest {

    @FuzzTest
    void json(byte[] payload) {
        Checks.json(payload);
    }

    @FuzzTest
    void xml(byte[] payload) {
        Checks.xml(payload);
    }

    @FuzzTest
    void query(byte[] payload) {
        Checks.query(payload);
    }

    @FuzzTest
    void response(byte[] payload) {
        Checks.response(payload);
    }
}
