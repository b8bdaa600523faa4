#include "judge/source_text.hpp"

#include <algorithm>
#include <cctype>
#include <regex>

namespace heddle::judge {
namespace {

using explore::Sources;
using model::SourceLine;

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Blanks what the compiler doesn't read as code; columns stay where they are.
std::vector<std::string> code_of(const std::vector<std::string>& lines) {
    std::vector<std::string> code = lines;
    bool in_comment = false;
    for (std::string& line : code) {
        char quote = '\0';
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string_view rest = std::string_view(line).substr(i);
            if (in_comment) {
                in_comment = !rest.starts_with("*/");
                if (!in_comment) line[i + 1] = ' ';
                line[i] = ' ';
            } else if (quote != '\0') {
                const bool is_escape = line[i] == '\\' && i + 1 < line.size();
                if (line[i] == quote) quote = '\0';
                line[i] = ' ';
                if (is_escape) line[++i] = ' ';
            } else if (rest.starts_with("//")) {
                line.resize(i);
            } else if (rest.starts_with("/*")) {
                in_comment = true;
                line[i] = ' ';
                line[i + 1] = ' ';
            } else if (line[i] == '"' || (line[i] == '\'' && (i == 0 || !is_word(line[i - 1])))) {
                quote = line[i];
                line[i] = ' ';
            }
        }
    }
    return code;
}

const std::vector<std::string>* file_of(const Sources& sources, const SourceLine& where) {
    const auto file = sources.find(where.file);
    const bool exists = file != sources.end() && where.line >= 1 &&
                        static_cast<std::size_t>(where.line) <= file->second.size();
    return exists ? &file->second : nullptr;
}

// A block of braces in a file, with the words before it.
struct Block {
    std::string header;
    int header_line = 0;
    int first_line = 0;
    int last_line = 0;
};

std::string trimmed(std::string text) {
    const auto is_space = [](unsigned char c) { return std::isspace(c) != 0; };
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), is_space));
    while (!text.empty() && is_space(static_cast<unsigned char>(text.back())))
        text.pop_back();
    return text;
}

// Collects the blocks of a file, inner ones before those around them.
class BlockReader {
  public:
    explicit BlockReader(const std::vector<std::string>& code) {
        for (std::size_t i = 0; i < code.size(); ++i)
            read(code[i], static_cast<int>(i) + 1);
    }
    std::vector<Block> blocks;

  private:
    void read(const std::string& line, int number) {
        for (const char c : line) {
            if (c == '{') {
                const std::string header = trimmed(words_);
                open_.push_back({header, header.empty() ? number : words_line_, number, number});
                words_.clear();
            } else if (c == '}' && !open_.empty()) {
                open_.back().last_line = number;
                blocks.push_back(open_.back());
                open_.pop_back();
                words_.clear();
            } else if (c == ';' && depth_ == 0) {
                words_.clear();
            } else {
                depth_ += c == '(' ? 1 : 0;
                depth_ -= c == ')' && depth_ > 0 ? 1 : 0;
                if (trimmed(words_).empty()) words_line_ = number;
                words_ += c;
                continue;
            }
            depth_ = 0;
        }
        words_ += ' ';
    }

    std::vector<Block> open_;
    std::string words_;  // since the last brace or semicolon
    int words_line_ = 0;
    int depth_ = 0;  // of parentheses
};

bool begins_with_word(const std::string& text, std::string_view word) {
    return text.starts_with(word) && (text.size() == word.size() || !is_word(text[word.size()]));
}

bool is_loop(const std::string& header) {
    return begins_with_word(header, "for") || begins_with_word(header, "while") ||
           begins_with_word(header, "do");
}

bool is_function(const std::string& header) {
    if (header.find(')') == std::string::npos && header.find(']') == std::string::npos) {
        return false;
    }
    // Captures may have brackets of their own: [&, x = a[i]].
    static const std::regex lambda(R"(\[([^\[\]]|\[[^\]]*\])*\]\s*(\(|mutable|$))");
    const bool is_lambda = std::regex_search(header, lambda);
    if (is_lambda) return true;
    for (const char* word : {"if", "for", "while", "switch", "catch", "else", "do", "return"}) {
        if (begins_with_word(header, word)) return false;
    }
    return header.find(')') != std::string::npos;
}

}  // namespace

std::string code_at(const Sources& sources, const SourceLine& where) {
    const auto* const lines = file_of(sources, where);
    if (lines == nullptr) return "";
    return code_of(*lines)[static_cast<std::size_t>(where.line - 1)];
}

std::optional<FunctionText> function_around(const Sources& sources, const SourceLine& where) {
    const auto* const lines = file_of(sources, where);
    if (lines == nullptr) return std::nullopt;
    const auto code = code_of(*lines);
    for (const Block& block : BlockReader(code).blocks) {
        const bool is_around = block.header_line <= where.line && where.line <= block.last_line;
        if (!is_around || !is_function(block.header)) continue;
        return FunctionText{
            block.header,
            {code.begin() + (block.header_line - 1), code.begin() + block.last_line},
            block.header_line};
    }
    return std::nullopt;
}

bool has_idle_guard(const FunctionText& function) {
    static const std::regex nameless(
        R"((^|[;{}])\s*(std::)?(lock_guard|unique_lock|scoped_lock|shared_lock)\s*(<[^;(){}]*>)?\s*[({])");
    bool is_deferred = false;
    bool is_locked = false;
    for (const std::string& line : function.lines) {
        if (std::regex_search(line, nameless)) return true;
        is_deferred |= has_word(line, "defer_lock");
        is_locked |= line.find("lock()") != std::string::npos ||
                     line.find("std::lock(") != std::string::npos || has_word(line, "try_lock");
    }
    return is_deferred && !is_locked;
}

bool returns_a_reference(const FunctionText& function) {
    const std::string& header = function.header;
    static const std::regex before_name(R"([&*]\s*(\w+::)*\w+\s*\()");
    static const std::regex trailing(R"(->[^{]*[&*]\s*$)");
    static const std::regex view(R"(\b(span|string_view|reference_wrapper)\b[^(]*\()");
    const std::string until_name = header.substr(0, header.find('(') + 1);
    return std::regex_search(until_name, before_name) || std::regex_search(header, trailing) ||
           std::regex_search(until_name, view);
}

bool is_constructor(const FunctionText& function) {
    static const std::regex outside(R"((\w+)::\1\s*\()");
    static const std::regex inside(
        R"(^((public|private|protected)\s*:\s*)?(explicit\s+)?\w+\s*\()");
    const std::string until_name = function.header.substr(0, function.header.find('(') + 1);
    return std::regex_search(until_name, outside) || std::regex_search(until_name, inside);
}

bool is_in_a_loop(const FunctionText& function, const SourceLine& where) {
    const int line = where.line - function.first_line + 1;
    if (line < 1 || static_cast<std::size_t>(line) > function.lines.size()) return false;
    const auto index = static_cast<std::size_t>(line - 1);
    const auto names_loop = [](const std::string& text) {
        return has_word(text, "while") || has_word(text, "for") || has_word(text, "do");
    };
    if (names_loop(function.lines[index])) return true;
    const bool hangs_below = index > 0 && names_loop(function.lines[index - 1]) &&
                             trimmed(function.lines[index - 1]).ends_with(')');
    if (hangs_below) return true;
    for (const Block& block : BlockReader(function.lines).blocks) {
        const bool is_around = block.first_line <= line && line <= block.last_line;
        if (is_around && is_loop(block.header) && !is_function(block.header)) return true;
    }
    return false;
}

std::string loop_variable(const std::string& code) {
    static const std::regex counting(R"(\bfor\s*\(\s*[^;:()]*?[\s&*](\w+)\s*(=|\{|:[^:]))");
    std::smatch found;
    return std::regex_search(code, found, counting) ? found[1].str() : "";
}

std::string last_name(const std::string& expression) {
    std::string name = expression.substr(0, expression.find_first_of("[ "));
    const std::size_t at = name.find_last_of(".>:");
    if (at != std::string::npos) name.erase(0, at + 1);
    return name;
}

bool is_volatile(const Sources& sources, const std::string& name) {
    if (name.empty()) return false;
    for (const auto& [file, lines] : sources) {
        for (const std::string& line : code_of(lines)) {
            const std::size_t at = line.find("volatile");
            if (at != std::string::npos && has_word(line.substr(at), name)) return true;
        }
    }
    return false;
}

bool is_made_anew(const Sources& sources, const std::optional<FunctionText>& function,
                  const std::string& name) {
    if (name.empty()) return false;
    const std::regex declaration(R"(\b\w*mutex(_t)?\b[^;&*(]*\b)" + name + R"(\s*(;|\{|=|$))");
    for (const auto& [file, lines] : sources) {
        for (const std::string& line : code_of(lines)) {
            const bool declares = std::regex_search(line, declaration);
            if (declares && has_word(line, "thread_local")) return true;
        }
    }
    if (!function) return false;
    return std::any_of(function->lines.begin(), function->lines.end(), [&](const auto& line) {
        return std::regex_search(line, declaration) && !has_word(line, "static");
    });
}

bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins = at == 0 || !is_word(text[at - 1]);
        const bool ends = end == text.size() || !is_word(text[end]);
        if (begins && ends) return true;
    }
    return false;
}

}  // namespace heddle::judge
