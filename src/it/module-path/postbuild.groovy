def log = new File(basedir, 'build.log').text
for (printed in [
    'module path: decoded true by module io.awso.gameliftstreams',
    'module path: Failure[error=ThrottlingException',
    'image: decoded true by module io.awso.gameliftstreams',
    'image: Failure[error=ThrottlingException',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
