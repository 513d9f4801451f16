// Makes the project from docs/guide.md: all its dependencies, and all its Java code but the module's.
def guide = new File(basedir, '../../../../docs/guide.md').text

def dependencies = (guide =~ /(?s)<dependency>.*?<\/dependency>/).collect { it }
(guide =~ /`([a-z0-9.]+):([a-z0-9-]+):([0-9][\w.-]*)`/).each { all, group, artifact, version ->
    dependencies << "<dependency><groupId>$group</groupId><artifactId>$artifact</artifactId><version>$version</version></dependency>"
}
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replaceFirst(/<!-- prebuild.*-->/) { dependencies.join('\n') }

def sources = new File(basedir, 'src/main/java')
sources.mkdirs()
(guide =~ /(?ms)^```java\n(.*?)^```$/).eachWithIndex { block, number ->
    def code = block[1]
    def file = code =~ /(?m)^\/\*\* .*\n(?:final class|record) (\w+)/
    if (file) {
        new File(sources, "${file[0][1]}.java").text = code
    } else if (!code.startsWith('module ')) {
        def (imports, rest) = code.readLines().split { it.startsWith('import ') }
        new File(sources, "Block${number}.java").text =
            (imports + "final class Block$number {" + rest + '}').join('\n')
    }
}
return true
