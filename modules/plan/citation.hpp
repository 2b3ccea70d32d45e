#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// A document that plans in force cite. Where it is a plan in force itself, its own page is known:
/// so a year's plan leads to the plan of the period that it carries out.
struct Citation {
    struct Plan {
        std::string title{};
        std::string slug{};

        friend bool operator==(const Plan&, const Plan&) = default;
    };

    Reference document{};
    std::string own_slug{};     ///< empty where it is no plan in force
    std::vector<Plan> plans{};  ///< that cite it, newest first
};

/// Joins neighbours that are one document: same number or name, and no two dates.
[[nodiscard]] std::vector<Citation> joined(std::vector<Citation> citations);

/// The register of documents cited, those cited most first, then by number; only those that have
/// all of `words`, typed with or without diacritics.
[[nodiscard]] Result<std::vector<Citation>> cited_documents(database::Transaction& transaction,
                                                            std::string_view words);

}  // namespace caicach::plan
