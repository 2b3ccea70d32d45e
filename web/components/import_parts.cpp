#include "web/components/import_parts.hpp"

#include <algorithm>
#include <array>

#include "web/components/parts.hpp"

namespace caicach::web
{

void import_conflicts(html::Writer& out, std::string_view caption,
                      std::span<const ImportConflict> conflicts, std::size_t shown_max)
{
    constexpr std::array columns{Column{.name = "Dòng"}, Column{.name = "Cột"},
                                 Column{.name = "Vấn đề và cách sửa"}};
    const auto shown = conflicts.first(std::min(conflicts.size(), shown_max));
    table(out, {.caption = caption, .columns = columns}, [&](Rows& rows) {
        for (const auto& conflict : shown) {
            rows.begin();
            rows.cell(std::string_view(std::to_string(conflict.row)));
            rows.cell(conflict.column);
            rows.cell(conflict.message);
            rows.end();
        }
    });
    if (shown.size() < conflicts.size())
        out({"<p>Còn ", std::to_string(conflicts.size() - shown.size()), " chỗ nữa.</p>"});
}

}  // namespace caicach::web
