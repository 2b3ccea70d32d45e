#pragma once
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/headcount/headcount.hpp"

namespace caicach
{
class Context;
}

namespace caicach::identity
{

/// Records a number, in the place of one of the same agency, category and day. Needs
/// "identity.headcount" for the agency. invalid "identity.headcount.category", "….people",
/// "….future", "….source".
[[nodiscard]] Result<void> save_headcount(Context& context, database::Transaction& transaction,
                                          const Headcount& number);

/// Numbers of a table as it is pasted from a spreadsheet: a line each, parted by TAB or semicolon,
///
///     code of the agency; category, by key or in words; from which day; how many; source
///
/// A first line that begins with "Mã" is a heading. All lines are saved or none. What is wrong is
/// told line by line, at most twenty: "Dòng 3: …".
struct PastedHeadcounts {
    std::vector<Headcount> numbers{};
    struct Fault {
        int line{};
        Error error{};
    };
    std::vector<Fault> faults{};
};
[[nodiscard]] PastedHeadcounts read_headcounts(database::Transaction& transaction,
                                               std::string_view table, Date today);

}  // namespace caicach::identity
