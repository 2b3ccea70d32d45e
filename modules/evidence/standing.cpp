#include <algorithm>
#include <array>

#include "evidence/fact_rows.hpp"

namespace caicach::evidence
{
namespace
{

struct Said {
    Standing standing{};
    std::string_view name{};
    std::string_view label{};
};
constexpr std::array all{Said{Standing::counts, "counts", "Được tính"},
                         Said{Standing::refused, "refused", "Không được công nhận"},
                         Said{Standing::superseded, "superseded", "Đã có bản sửa"},
                         Said{Standing::taken_back, "taken_back", "Đã rút lại"}};

const Said& said_of(Standing standing) { return all.at(static_cast<std::size_t>(standing)); }

}  // namespace

Standing standing_from(std::string_view name)
{
    const auto* const said = std::ranges::find(all, name, &Said::name);
    VERIFY(said != all.end());
    return said->standing;
}

std::string_view name_of(Standing standing) { return said_of(standing).name; }

std::string_view label_of(Standing standing) { return said_of(standing).label; }

}  // namespace caicach::evidence
