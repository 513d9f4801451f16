module consumer {
    requires io.awso.gameliftstreams;
}
