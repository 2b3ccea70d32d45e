#include "newsroom/article/article_file.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "text/text.hpp"

namespace caicach::newsroom
{
namespace
{

using document::MarkdownKind;
using document::MarkdownStep;

constexpr std::string_view picture_mark = "anh-";
constexpr std::string_view file_mark = "tep-";

bool leads_somewhere(const MarkdownStep& step)
{
    return !step.is_end && (step.kind == MarkdownKind::picture || step.kind == MarkdownKind::link);
}

const ArticleFile* file_at(std::span<const ArticleFile> files, std::string_view address)
{
    const auto number = number_in(address);
    const auto found = std::ranges::find_if(files, [&](const ArticleFile& one) {
        return one.number == number && reference_of(one) == address;
    });
    return found == files.end() ? nullptr : &*found;
}

tl::unexpected<Error> wrong(std::string key, const std::string& address)
{
    return failure(Failure::invalid, std::move(key), "body", {address});
}

}  // namespace

std::string reference_of(const ArticleFile& file)
{
    return std::string(file.is_picture ? picture_mark : file_mark) + std::to_string(file.number);
}

std::string line_of(const ArticleFile& file)
{
    // Brackets would end the words, a stroke would take the next sign's meaning.
    auto words = file.shows;
    std::ranges::replace(words, '[', '(');
    std::ranges::replace(words, ']', ')');
    std::ranges::replace(words, '\\', '/');
    return std::string(file.is_picture ? "!" : "") + "[" + words + "](" + reference_of(file) + ")";
}

std::optional<int> number_in(std::string_view address)
{
    if (!address.starts_with(picture_mark) && !address.starts_with(file_mark)) return {};
    address.remove_prefix(picture_mark.size());
    int number = 0;
    const auto* const end = address.data() + address.size();
    const auto read = std::from_chars(address.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number < 1) return {};
    return number;
}

Result<void> check_references(const document::Markdown& text, std::span<const ArticleFile> files)
{
    for (const auto& picture : document::pictures_of(text)) {
        if (text::trim(picture.shows).empty())
            return wrong("newsroom.article.picture", picture.address);
        const auto* const file = file_at(files, picture.address);
        if (file == nullptr || !file->is_picture)
            return wrong("newsroom.article.picture_from", picture.address);
    }
    for (const auto& step : text)
        if (leads_somewhere(step) && number_in(step.address) &&
            file_at(files, step.address) == nullptr)
            return wrong("newsroom.article.file_unknown", step.address);
    return {};
}

std::vector<int> numbers_in(const document::Markdown& text)
{
    std::vector<int> numbers;
    for (const auto& step : text) {
        if (!leads_somewhere(step)) continue;
        const auto number = number_in(step.address);
        if (number && std::ranges::find(numbers, *number) == numbers.end())
            numbers.push_back(*number);
    }
    std::ranges::sort(numbers);
    return numbers;
}

void lead_to_files(document::Markdown& text, std::span<const ArticleFile> files,
                   const std::function<std::string(const ArticleFile&)>& address)
{
    for (auto& step : text) {
        if (!leads_somewhere(step)) continue;
        if (const auto* const file = file_at(files, step.address)) step.address = address(*file);
    }
}

}  // namespace caicach::newsroom
