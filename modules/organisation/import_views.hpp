#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "organisation/agency_import.hpp"

namespace caicach::organisation
{

/// The form of a new import, and those before it.
struct ImportsPage {
    std::vector<AgencyImport> imports{};
    std::vector<Kind> kinds{};
    std::string day{};             ///< as typed
    std::optional<Error> error{};  ///< why the file was refused
};
[[nodiscard]] http::Response imports_page(const Context& context, const ImportsPage& page);

/// What a proposal would do.
struct ProposalPage {
    AgencyImport import{};
    AgencyComparison comparison{};
    std::optional<Error> error{};  ///< why it was not done
};
[[nodiscard]] http::Response proposal_page(const Context& context, const ProposalPage& page);

/// What an import did.
struct ImportPage {
    AgencyImport import{};
    std::vector<ImportedRow> rows{};
    std::vector<SheetConflict> refused{};  ///< why it cannot be undone
};
[[nodiscard]] http::Response import_page(const Context& context, const ImportPage& page);

}  // namespace caicach::organisation
