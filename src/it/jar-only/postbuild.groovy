def log = new File(basedir, 'build.log').text
for (printed in [
    'application/json: true, true',
    'application/xml: true, true',
    'application/x-www-form-urlencoded: true, true',
    'application/json: 200: Success[',
    'application/json: 409: Failure[error=ConflictException[',
    'application/xml: 200: Success[',
    'application/xml: 409: Failure[error=ConflictException[',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
assert log.readLines().findAll { it.startsWith('class path: ') }.size() == 2 : 'the class path holds more than the jar'
