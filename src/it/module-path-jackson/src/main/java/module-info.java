module consumer {
    requires io.awso.gameliftstreams;
    requires tools.jackson.databind;
}
