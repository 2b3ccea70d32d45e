#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/document/document_store.hpp"
#include "outgoing/number/document_kind.hpp"

namespace caicach::outgoing
{

struct RegisterPage {
    RegisterFilter filter{};
    organisation::AgencySummary agency{};
    std::vector<organisation::AgencySummary> agencies{};  ///< whose documents the person may see
    std::vector<DocumentKind> kinds{};
    std::vector<Document> documents{};
    std::string query{};      ///< of the filters: "?co-quan=SNV&nam=2026"
    std::string next_path{};  ///< empty: this is the last page
    bool is_filtered{};
    bool may_write{};
};
[[nodiscard]] http::Response register_page(const Context& context, const RegisterPage& page);

/// "Báo cáo"; the key where the table of kinds has it no more.
[[nodiscard]] std::string kind_name(const std::vector<DocumentKind>& kinds, std::string_view key);

}  // namespace caicach::outgoing
