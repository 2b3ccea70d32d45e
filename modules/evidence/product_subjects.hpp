#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Products that are about agencies: an inspection, of who was inspected. Which ones, and of which
/// groups it is told how many were reached, stands in data/reference/products.csv (`subjects`).
namespace caicach::evidence
{

/// Groups taken together ("các sở, ban, ngành và các địa phương"): what shares are asked of.
struct CoverageSet {
    std::string key{};                  ///< "departments-localities"
    std::vector<std::string> groups{};  ///< keys of groups
};

struct SubjectProduct {
    std::string product{};  ///< a Product's key
    std::vector<CoverageSet> sets{};
};

/// In the order of the file.
[[nodiscard]] std::span<const SubjectProduct> subject_products();
/// Whether facts of the product say which agencies they are about.
[[nodiscard]] bool has_subjects(std::string_view product);

}  // namespace caicach::evidence
