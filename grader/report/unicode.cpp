#include "report/unicode.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace heddle::report {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

bool holds(std::span<const Range> ranges, char32_t code_point) {
    return std::any_of(ranges.begin(), ranges.end(), [code_point](Range range) {
        return range.first <= code_point && code_point <= range.last;
    });
}

// Unicode's general categories Cc, Cf, Zl, Zp, Cs, Co.
constexpr std::array<Range, 23> hidden = {{
    {0x0000, 0x001f},   {0x007f, 0x009f},   {0x00ad, 0x00ad},    {0x0600, 0x0605},
    {0x061c, 0x061c},   {0x06dd, 0x06dd},   {0x070f, 0x070f},    {0x0890, 0x0891},
    {0x08e2, 0x08e2},   {0x180b, 0x180f},   {0x200b, 0x200f},    {0x2028, 0x202e},
    {0x2060, 0x206f},   {0xd800, 0xf8ff},   {0xfdd0, 0xfdef},    {0xfeff, 0xfeff},
    {0xfff0, 0xfffb},   {0x110bd, 0x110cd}, {0x13430, 0x13455},  {0x1bca0, 0x1bca3},
    {0x1d173, 0x1d17a}, {0xe0000, 0xe0fff}, {0xf0000, 0x10ffff},
}};

// Unicode's general category Zs.
constexpr std::array<Range, 7> spaces = {{
    {0x0020, 0x0020},
    {0x00a0, 0x00a0},
    {0x1680, 0x1680},
    {0x2000, 0x200a},
    {0x202f, 0x202f},
    {0x205f, 0x205f},
    {0x3000, 0x3000},
}};

// Combining marks of the blocks made for them, and variation selectors.
constexpr std::array<Range, 6> combining = {{
    {0x0300, 0x036f},
    {0x1ab0, 0x1aff},
    {0x1dc0, 0x1dff},
    {0x20d0, 0x20ff},
    {0xfe00, 0xfe0f},
    {0xfe20, 0xfe2f},
}};

// East Asian wide and full-width characters, and emoji; gaps between them are counted in.
constexpr std::array<Range, 22> wide = {{
    {0x1100, 0x115f}, {0x231a, 0x232a},   {0x23e9, 0x23f3}, {0x25fd, 0x25fe}, {0x2614, 0x2615},
    {0x2648, 0x2653}, {0x267f, 0x2693},   {0x26a1, 0x26fd}, {0x2705, 0x270b}, {0x2728, 0x2728},
    {0x274c, 0x2757}, {0x2795, 0x27bf},   {0x2b1b, 0x2b55}, {0x2e80, 0x303e}, {0x3041, 0xa4cf},
    {0xa960, 0xa97f}, {0xac00, 0xd7a3},   {0xf900, 0xfaff}, {0xfe10, 0xfe1f}, {0xfe30, 0xff60},
    {0xffe0, 0xffe6}, {0x16fe0, 0x3fffd},
}};

// How many bytes a sequence has that starts with this one; 0 for a byte that starts none.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead < 0xe0) return 2;
    if (lead >= 0xe0 && lead < 0xf0) return 3;
    if (lead >= 0xf0 && lead < 0xf5) return 4;
    return 0;
}

bool is_canonical(char32_t code_point, std::size_t length) {
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const bool is_surrogate = code_point >= 0xd800 && code_point < 0xe000;
    return code_point >= smallest[length] && code_point <= 0x10ffff && !is_surrogate;
}

}  // namespace

char32_t take_code_point(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = sequence_length(lead);
    const auto malformed = [&text] {
        text.remove_prefix(1);
        return replacement;
    };
    if (length == 0 || length > text.size()) return malformed();

    char32_t code_point = length == 1 ? lead : lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xc0U) != 0x80U) return malformed();
        code_point = code_point << 6U | (byte & 0x3fU);
    }
    if (!is_canonical(code_point, length)) return malformed();
    text.remove_prefix(length);
    return code_point;
}

void append(std::string& text, char32_t code_point) {
    const auto tail = [&text, code_point](unsigned shift) {
        text += static_cast<char>(0x80U | (code_point >> shift & 0x3fU));
    };
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        text += static_cast<char>(0xc0U | code_point >> 6U);
        tail(0);
    } else if (code_point < 0x10000) {
        text += static_cast<char>(0xe0U | code_point >> 12U);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xf0U | code_point >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

bool is_showable(char32_t code_point) {
    const bool is_noncharacter = (code_point & 0xfffeU) == 0xfffeU;
    return !is_noncharacter && !holds(hidden, code_point);
}

bool is_space(char32_t code_point) {
    return holds(spaces, code_point);
}

std::size_t columns_of(char32_t code_point) {
    if (code_point < 0x300) return 1;
    if (holds(combining, code_point)) return 0;
    return holds(wide, code_point) ? 2 : 1;
}

}  // namespace heddle::report
