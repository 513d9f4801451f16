def guide = new File(basedir, '../../../../docs/guide.md').text
def printed = (guide =~ /(?ms)^```text\n(.*?)^```$/)[0][1].readLines()
assert printed.size() == 2
def log = new File(basedir, 'build.log').readLines()
printed.each { assert it in log : "not printed: $it" }
return true
