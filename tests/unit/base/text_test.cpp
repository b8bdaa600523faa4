#include "base/text.hpp"

#include <array>

#include "catch.hpp"

using heddle::base::edit_distance;
using heddle::base::is_utf8;
using heddle::base::nearest;
using heddle::base::shell_word;
using heddle::base::shell_words;

TEST_CASE("well-formed UTF-8 is recognised") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("plain"));
    CHECK(is_utf8("\xC3\xBC \xE2\x82\xAC \xF0\x9F\xA7\xB5"));
}

TEST_CASE("malformed UTF-8 is recognised") {
    CHECK_FALSE(is_utf8("\xFC"));              // Latin-1
    CHECK_FALSE(is_utf8("\xC3"));              // cut short
    CHECK_FALSE(is_utf8("\xC0\xAF"));          // overlong
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
    CHECK_FALSE(is_utf8("\xE2\x28\xA1"));      // no continuation byte
}

TEST_CASE("edit distance counts insertions, deletions and replacements") {
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("", "abc") == 3);
    CHECK(edit_distance("lost", "list") == 1);
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("the nearest name is offered only when it is near") {
    const std::array<std::string, 2> names = {"lost-update", "subclass"};
    CHECK(nearest("lost-updte", names) == "lost-update");
    CHECK(nearest("subklas", names) == "subclass");
    CHECK(nearest("philosophers", names) == std::nullopt);
}

TEST_CASE("words are read as a shell reads them") {
    using Words = std::vector<std::string>;
    CHECK(shell_words(" -O1\t-DN=3 ").value() == Words{"-O1", "-DN=3"});
    CHECK(shell_words(R"(-DNAME='"two words"' "-I a b" -DE= "")").value() ==
          Words{"-DNAME=\"two words\"", "-I a b", "-DE=", ""});
    CHECK(shell_words(R"(a\ b "\"\n" 'c\')").value() == Words{"a b", "\"\\n", "c\\"});
    CHECK(shell_words("").value().empty());
    CHECK(shell_words("-DN='3").has_value() == false);
    for (const char* word : {"a b", "stop!", "it's `odd`", "$(x)", "", "\\"})
        CHECK(shell_words(shell_word(word)).value() == Words{word});
}

TEST_CASE("a shell reads one word, whatever it is made of") {
    CHECK(shell_word("a/b-1.cpp") == "a/b-1.cpp");
    CHECK(shell_word("two threads") == "\"two threads\"");
    CHECK(shell_word("$(rm -rf ~)") == "\"\\$(rm -rf ~)\"");
    CHECK(shell_word("it's `odd`") == "\"it's \\`odd\\`\"");
    CHECK(shell_word("stop!") == "\"stop\"'!'\"\"");
    CHECK(shell_word("") == "\"\"");
}
