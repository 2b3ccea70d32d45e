#pragma once
#include "http/response.hpp"
#include "report/bringing/proposal.hpp"
#include "report/bringing/proposal_store.hpp"
#include "report/filling/filling_views.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// Names of fields, and ids of what is pasted into which table.
inline constexpr std::string_view pasted_field = "noi-dung";
inline constexpr std::string_view into_field = "ghi-vao";
inline constexpr std::string_view from_first = "tu-dau";
[[nodiscard]] std::string pasting_id(std::string_view table);

/// Below a table: rows from a spreadsheet, pasted.
void pasting_part(html::Writer& out, const Context& context, const FillingPage& page,
                  const FormTable& table);
/// The report as a workbook, and the form that brings it back.
void workbook_part(html::Writer& out, const Context& context, const FillingPage& page);

struct ProposalPage {
    Report report{};
    std::string form_title{};
    std::string caption{};
    Proposal proposal{};
    Proposed proposed{};
    std::vector<std::string> unused{};
    std::string table{};   ///< of what was pasted: its key
    bool is_fixed{};       ///< the rows of that table
    std::string pasted{};  ///< to be mended there and looked at again
    bool is_from_first{};
    web::Fault fault{};
};
/// What would be written, and what is in the way.
[[nodiscard]] http::Response proposal_page(const Context& context, const ProposalPage& page);

}  // namespace caicach::report
