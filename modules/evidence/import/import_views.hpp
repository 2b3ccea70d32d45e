#pragma once
#include <optional>
#include <string>
#include <vector>

#include "evidence/import/fact_import.hpp"
#include "http/response.hpp"

namespace caicach::evidence
{

/// An import in the list, with the name of who brought it.
struct ImportLine {
    FactImport import{};
    std::string brought_by{};
};

/// The form of a new import, and those before it.
struct ImportsPage {
    std::string agency{};
    std::vector<ImportLine> imports{};
    std::optional<Error> error{};  ///< why the file was refused
};
[[nodiscard]] http::Response imports_page(const Context& context, const ImportsPage& page);

/// What a proposal would do.
struct ProposalPage {
    FactImport import{};
    FactComparison comparison{};
    std::optional<Error> error{};
};
[[nodiscard]] http::Response proposal_page(const Context& context, const ProposalPage& page);

/// What an import did.
struct ImportPage {
    FactImport import{};
    std::string brought_by{};
    std::vector<ImportedRow> rows{};
    std::vector<FactConflict> refused{};  ///< why it cannot be undone
};
[[nodiscard]] http::Response import_page(const Context& context, const ImportPage& page);

}  // namespace caicach::evidence
