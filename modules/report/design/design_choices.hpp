#pragma once
#include <string>
#include <utility>
#include <vector>

#include "manifest/context.hpp"
#include "report/design/field_spec.hpp"
#include "report/form/definition.hpp"

namespace caicach::report
{

/// A value and its words.
using DesignChoice = std::pair<std::string, std::string>;
/// What the program knows, for fields that choose among it.
struct DesignChoices {
    std::vector<DesignChoice> figures{};
    std::vector<DesignChoice> told_tables{};
    std::vector<DesignChoice> indicators{};
    std::vector<DesignChoice> cut_offs{};
    std::vector<DesignChoice> reporters{};

    [[nodiscard]] const std::vector<DesignChoice>& of(Known known) const;
};
/// Today's.
[[nodiscard]] Result<DesignChoices> choices_for(Context& context,
                                                database::Transaction& transaction,
                                                const Definition& definition);

}  // namespace caicach::report
