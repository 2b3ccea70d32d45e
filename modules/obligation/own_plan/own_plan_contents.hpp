#pragma once
#include <string>
#include <vector>

#include "manifest/module.hpp"
#include "obligation/board/table.hpp"
#include "obligation/own_plan/own_plan_register.hpp"

/// What the own plans for one plan say, put together: by item, by agency, or all to take along.
namespace caicach::obligation
{

/// The page and its downloads.
void add_own_plan_contents(Module& module);

/// What a page is narrowed to: an item's code and an agency's, each as far as the plan has it.
struct ContentsFilter {
    std::string item{};
    std::string agency{};

    [[nodiscard]] bool is_empty() const { return item.empty() && agency.empty(); }
    [[nodiscard]] std::string query() const;  ///< "?muc=…", or nothing
};

struct OwnPlanContents {
    OwnPlanRegister own{};
    ContentsFilter filter{};
    BoardTable table{};    ///< what agencies state
    BoardTable summary{};  ///< of each item how many state an activity; where nothing is narrowed
};
[[nodiscard]] http::Response contents_page(const Context& context, const OwnPlanContents& page);

/// In the order of the plan, then by name of agency.
[[nodiscard]] BoardTable contents_table(const OwnPlanRegister& own,
                                        const std::vector<StatedLine>& lines);
[[nodiscard]] BoardTable contents_summary(const OwnPlanRegister& own,
                                          const std::vector<StatedLine>& lines);

}  // namespace caicach::obligation
