#include "plan/importer/headings.hpp"

#include <string>

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

}  // namespace caicach::plan::importer
