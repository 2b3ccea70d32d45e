#include "plan/importer/headings.hpp"

#include <string>

#include "plan/importer/lexicon.hpp"
#include "plan/importer/statement.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

bool is_heading_text(std::string_view text)
{
    constexpr std::size_t longest_heading = 260;
    return text.size() < longest_heading && !text.ends_with('.') && !text.ends_with(';');
}

bool opens_list(std::string_view text)
{
    constexpr std::size_t longest = 400;
    return text.ends_with(':') && text.size() < longest;
}

bool names_annex(std::string_view text)
{
    constexpr std::size_t longest = 200;
    const auto folded = text::fold(text);
    const bool names = folded.find("phu luc") != std::string::npos ||
                       folded.find("danh muc") != std::string::npos ||
                       folded.find("bieu ") != std::string::npos;
    return names && folded.find("kem theo") != std::string::npos && text.size() < longest;
}

bool is_bare_content(std::string_view heading)
{
    const auto folded = text::fold(heading);
    return folded == "noi dung" || folded == "cac noi dung" || folded == "noi dung chinh";
}

bool names_plan_terms(std::string_view heading)
{
    constexpr std::size_t longest = 60;
    if (heading.size() > longest || heading.find(':') != std::string_view::npos) return false;
    const Words words{heading};
    const auto hit = labels().find(words, 0);
    return hit && (*hit->value == Label::schedule || *hit->value == Label::budget);
}

bool states_plan_time(std::string_view text)
{
    const auto fields = split_statement(text).fields;
    return fields.size() == 1 && fields.front().label == Label::schedule && begins_with_label(text);
}

}  // namespace caicach::plan::importer
