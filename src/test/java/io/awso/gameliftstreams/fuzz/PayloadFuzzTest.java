package io.awso.gameliftstreams.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Checks every decoder and the response reader with arbitrary bytes. The seeds also run as ordinary tests. */
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
