def log = new File(basedir, 'build.log').text
for (printed in [
    'module path: decoded true, true, true by module io.awso.gameliftstreams',
    'module path: found GameLiftStreamsModule',
    'image: decoded true, true, true by module io.awso.gameliftstreams',
    'image: found GameLiftStreamsModule',
]) {
    assert log.contains(printed) : "not printed: $printed"
}
