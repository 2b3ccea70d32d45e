#include "obligation/reference_files.hpp"

#include <array>

#include "obligation/budget/norm.hpp"
#include "obligation/due_days.hpp"
#include "obligation/obstacle/obstacle_rule.hpp"
#include "obligation/reminder/reminder_rule.hpp"

namespace caicach::obligation
{

std::span<const text::ReferenceFile> reference_files()
{
    static const std::array files{budget_norms_file(), DueDays::file(), obstacle_rules_file(),
                                  proposal_rules_file(), reminder_rules_file()};
    return files;
}

}  // namespace caicach::obligation
