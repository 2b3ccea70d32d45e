#include "plan/merging.hpp"

#include <doctest/doctest.h>

#include "json/value.hpp"

namespace caicach::plan
{
namespace
{

/// Does not compile once an item has another field: then say below whether a form edits it, and if
/// so, in merging.cpp how two edits of it meet. What is missing there is typed in and lost.
[[maybe_unused]] void fields_known(const Item& item)
{
    [[maybe_unused]] const auto& [id, edition, lineage, position, path, type, title, audience, lead,
                                  perform, support, direct, oversee, schedule, quotas, metrics,
                                  budget, product, excluding, area, requested, context, first_line,
                                  last_line, confidence, notes, is_reviewed, is_removed, version] =
        item;
}

Item edited_everywhere()
{
    return {.path = "II.1",
            .type = ItemType::duty,
            .title = "Việc",
            .audience = {"citizens"},
            .lead = {{.text = "Sở Nội vụ"}},
            .perform = {{.text = "Sở Y tế"}},
            .support = {{.text = "Sở Tư pháp"}},
            .direct = {{.text = "Ủy ban nhân dân tỉnh"}},
            .oversee = {{.text = "Sở Tài chính"}},
            .schedule = Schedule{.kind = Schedule::Kind::ongoing},
            .quotas = {{.count = 2, .per = Period::month, .unit = "tin"}},
            .metrics = {{.op = ">=", .value = 80, .unit = "%"}},
            .budget = "Ngân sách tỉnh",
            .product = "Báo cáo",
            .excluding = "văn bản mật",
            .area = "procedures",
            .requested = true,
            .is_reviewed = true};
}

}  // namespace

TEST_CASE("every field that a form edits takes part when two people's edits meet")
{
    const Item stored;
    const auto mine = edited_everywhere();
    const auto merged =
        merge(Versions<Item>{.base = stored, .mine = mine, .stored = stored, .shown = stored});
    CHECK(merged.has_changes);
    CHECK(!merged.is_contested);
    CHECK(json::dump(to_json(merged.kept)) == json::dump(to_json(mine)));
    // The same edits by somebody else in the meantime: nothing is left to change or to ask.
    const auto again =
        merge(Versions<Item>{.base = stored, .mine = mine, .stored = mine, .shown = mine});
    CHECK(!again.has_changes);
    CHECK(!again.is_contested);
}

}  // namespace caicach::plan
