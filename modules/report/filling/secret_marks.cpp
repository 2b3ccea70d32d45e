#include "report/filling/secret_marks.hpp"

#include <string>

#include "attachment/api.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

constexpr std::string_view degree = "do mat";  // "Độ mật", folded

bool is_mark(std::string_view words, Date today)
{
    if (words.empty()) return false;
    return attachment::names_secret("(" + std::string{words} + ")", today);
}

bool is_in_capitals(std::string_view word)
{
    return text::upper(word) == word && text::lower(word) != word;
}

/// Words in capitals that follow one another are one saying.
bool has_mark_in_capitals(std::string_view line, Date today)
{
    std::string run;
    for (const auto word : text::words(line)) {
        if (is_in_capitals(word)) {
            run += (run.empty() ? "" : " ") + std::string{word};
            continue;
        }
        if (is_mark(run, today)) return true;
        run.clear();
    }
    return is_mark(run, today);
}

bool says_degree(std::string_view line, Date today)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    if (text::fold(text::trim(line.substr(0, colon))) != degree) return false;
    return is_mark(text::trim(line.substr(colon + 1)), today);
}

}  // namespace

bool bears_secret_mark(std::string_view text, Date today)
{
    for (const auto line : text::split(text, '\n'))
        if (attachment::names_secret(line, today) || has_mark_in_capitals(line, today) ||
            says_degree(line, today))
            return true;
    return false;
}

}  // namespace caicach::report
