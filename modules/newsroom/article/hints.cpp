#include "newsroom/article/hints.hpp"

#include <algorithm>

#include "manifest/row_days.hpp"
#include "newsroom/reference_data.hpp"
#include "text/number.hpp"
#include "text/table.hpp"
#include "text/text.hpp"

namespace caicach::newsroom
{
namespace
{

struct Bound {
    std::string key{};
    std::int64_t value{};
};

Result<Bound> bound_in(const text::Table& table, const text::Table::Row& row)
{
    Bound bound;
    bound.key = TRY(text::required_text(table, row, "key"));
    const auto typed = TRY(text::required_text(table, row, "value"));
    const auto value = text::parse_integer(typed);
    if (!value || *value < 1)
        return failure(Failure::invalid, "newsroom.hints.value", "value", {bound.key});
    bound.value = *value;
    return bound;
}

Result<void> check_hints(const text::Table& table)
{
    TRY(check_rows<Bound>(table, bound_in));
    const auto built_in = TRY(text::Table::parse(reference_data::news_hints));
    return text::require_keys(table, built_in);
}

constexpr text::ReferenceFile hints_file{"news_hints.csv", reference_data::news_hints, check_hints};

std::int64_t bound_of(const std::vector<Bound>& bounds, std::string_view key)
{
    const auto found = std::ranges::find(bounds, key, &Bound::key);
    VERIFY(found != bounds.end());  // the table keeps all keys (check_hints)
    return found->value;
}

std::int64_t words_in(std::string_view text)
{
    return static_cast<std::int64_t>(text::words(text).size());
}

/// The first sentence of most words.
std::string_view longest_sentence(std::string_view plain)
{
    std::string_view longest;
    std::int64_t most = 0;
    while (!plain.empty()) {
        const auto end = plain.find_first_of(".!?;\n");
        const auto sentence = plain.substr(0, end);
        const auto words = words_in(sentence);
        if (words > most) {
            most = words;
            longest = sentence;
        }
        plain = end == std::string_view::npos ? std::string_view{} : plain.substr(end + 1);
    }
    return text::trim(longest);
}

}  // namespace

text::ReferenceFile hints_table() { return hints_file; }

Result<std::vector<std::string>> hints_for(const ArticleText& text, const document::Markdown& body,
                                           Date day)
{
    constexpr std::size_t quoted_length = 60;
    const auto bounds = TRY(rows_on<Bound>(hints_file, day, bound_in));
    std::vector<std::string> hints;
    const auto at_most = [&](std::string_view name, std::int64_t words, std::string_view key) {
        const auto bound = bound_of(bounds, key);
        if (words > bound)
            hints.push_back(std::string(name) + " " + std::to_string(words) + " chữ: nên dưới " +
                            std::to_string(bound) + ".");
    };
    at_most("Tiêu đề", words_in(text.title), "title_words_max");
    at_most("Tóm tắt", words_in(text.summary), "summary_words_max");
    const auto plain = document::plain_text(body);
    const auto sentence = longest_sentence(plain);
    at_most("Câu “" + text::shorten(sentence, quoted_length) + "” dài", words_in(sentence),
            "sentence_words_max");
    const auto words = words_in(plain);
    const auto least = bound_of(bounds, "body_words_min");
    if (words < least)
        hints.push_back("Bài mới có " + std::to_string(words) + " chữ: bài dưới " +
                        std::to_string(least) + " chữ thường thiếu việc làm, kết quả cụ thể.");
    return hints;
}

}  // namespace caicach::newsroom
