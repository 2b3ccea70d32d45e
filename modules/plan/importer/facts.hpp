#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plan/importer/agencies.hpp"
#include "plan/importer/gazetteer.hpp"
#include "plan/importer/outline.hpp"
#include "plan/importer/roles.hpp"
#include "plan/importer/statement.hpp"

namespace caicach::plan::importer
{

/// What a node says of itself: its statement, the labelled pieces in it and below it, and the
/// children that are neither.
struct Facts {
    std::string title{};
    std::vector<AgencyName> lead{};
    std::vector<AgencyName> support{};
    std::vector<AgencyName> oversee{};
    bool requested{};
    std::string schedule{};
    std::string frequency{};
    std::string budget{};
    std::string product{};
    std::string audience{};
    std::vector<int> field_nodes{};  ///< children that were pieces, their own children included
    std::vector<int> doers{};        ///< bullets under "Thực hiện:" that are tasks of their own
    std::vector<int> children{};     ///< all others

    [[nodiscard]] bool has_roles() const
    {
        return !lead.empty() || !support.empty() || !oversee.empty();
    }
    [[nodiscard]] bool has_terms() const
    {
        return has_roles() || !schedule.empty() || !frequency.empty() || !budget.empty() ||
               !product.empty();
    }
};

/// `roles_below`: whether unlabelled children may be statements of roles ("Các sở … phối hợp").
[[nodiscard]] Facts facts_of(const Outline& outline, int node, const Gazetteer& gazetteer,
                             bool roles_below);

}  // namespace caicach::plan::importer
