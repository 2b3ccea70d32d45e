#include "newsroom/article/section.hpp"

#include <algorithm>
#include <utility>

#include "manifest/row_days.hpp"
#include "newsroom/reference_data.hpp"
#include "text/slug.hpp"
#include "text/table.hpp"

namespace caicach::newsroom
{
namespace
{

Result<Section> section_in(const text::Table& table, const text::Table::Row& row)
{
    Section section;
    section.key = TRY(text::required_text(table, row, "key"));
    section.text = TRY(text::required_text(table, row, "text"));
    section.slug = TRY(text::required_text(table, row, "slug"));
    if (text::slug(section.slug) != section.slug)
        return failure(Failure::invalid, "newsroom.section.slug", "slug", {section.slug});
    return section;
}

/// Articles stand in the database under these keys.
Result<void> check_sections(const text::Table& table)
{
    TRY(check_rows<Section>(table, section_in));
    const auto built_in = TRY(text::Table::parse(reference_data::news_sections));
    return text::require_keys(table, built_in);
}

constexpr text::ReferenceFile sections_file{"news_sections.csv", reference_data::news_sections,
                                            check_sections};

}  // namespace

text::ReferenceFile sections_table() { return sections_file; }

Result<std::vector<Section>> sections_on(Date day)
{
    return rows_on<Section>(sections_file, day, section_in);
}

Result<Section> section_by_key(std::string_view key, Date day)
{
    auto sections = TRY(sections_on(day));
    const auto found = std::ranges::find(sections, key, &Section::key);
    if (found == sections.end())
        return failure(Failure::invalid, "newsroom.section.unknown", "section");
    return std::move(*found);
}

std::string_view section_text(const std::vector<Section>& sections, std::string_view key)
{
    const auto found = std::ranges::find(sections, key, &Section::key);
    return found == sections.end() ? key : std::string_view(found->text);
}

}  // namespace caicach::newsroom
