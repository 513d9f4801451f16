def log = new File(basedir, 'build.log').text
for (printed in [
    'browser: 200 application/json {"name":"Ann"}',
    'XML client: 406',
    'decoded Attempt[answer=CreateStreamSessionConnectionOutput[signalResponse=(sensitive)], error=ConflictException',
    'encoded {"answer":{},"error":{"__type":"ConflictException"}}',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
