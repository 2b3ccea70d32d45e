#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plan/importer/imported_plan.hpp"
#include "plan/importer/paragraphs.hpp"
#include "plan/importer/parts.hpp"

namespace caicach::plan::importer
{

/// The closing of a document: to whom it goes and who signed.
struct Closing {
    std::vector<Recipient> recipients{};
    std::optional<Signer> signer{};
};
[[nodiscard]] Closing closing_of(const std::vector<Paragraph>& paragraphs, const Parts& parts);

}  // namespace caicach::plan::importer
