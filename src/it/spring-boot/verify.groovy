def log = new File(basedir, 'build.log').text
for (printed in [
    'answer=CreateStreamSessionConnectionOutput[signalResponse=(sensitive)], error=ConflictException[message=Optional.empty]',
    'encoded {"answer":{"SignalResponse":"v=0"},"error":{"__type":"ConflictException"}}',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
