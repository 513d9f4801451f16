def log = new File(basedir, 'build.log').text
for (printed in [
    'decoded true from application/json',
    'decoded true from application/xml',
    'decoded true from application/x-www-form-urlencoded',
    'decoded Failure[error=ConflictException, statusCode=409',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
