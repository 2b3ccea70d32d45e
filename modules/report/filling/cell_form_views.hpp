#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "http/request.hpp"
#include "manifest/context.hpp"
#include "report/filling/filling_views.hpp"
#include "web/components/content.hpp"

namespace caicach::report
{

/// A field of one cell, whose label is for those who do not see the table around it.
struct CellInput {
    std::string_view field{};
    int row{};
    std::string_view label{};
    std::string kept{};  ///< as shown
    bool is_number{};
};

/// Writes the forms of a report's page, each of which saves itself, and the fields of cells in
/// them; keeps what each form shows, to be sent along.
class CellForms
{
public:
    CellForms(const Context& context, const FillingPage& page) : m_context(context), m_page(page) {}

    /// A form of some cells, with its place for a conflict. `part` tells it from the others.
    void form(html::Writer& out, std::string_view part, web::Content fields);
    void input(html::Writer& out, const CellInput& cell);
    void text_area(html::Writer& out, const Narrative& words, const std::string& kept);
    /// Both versions of what two people changed, and a choice.
    void conflict(html::Writer& out) const;

private:
    [[nodiscard]] std::string error_at(std::string_view field, int row) const;
    /// What stands in the field: what was sent and refused, else what is kept.
    std::string value_of(const std::string& control, const std::string& kept);
    void mark(html::Writer& out, std::string_view field, int row, const std::string& control) const;

    const Context& m_context;
    const FillingPage& m_page;
    std::vector<http::Field> m_shown{};
};

/// A field that stands in a table, with what is wrong of it.
struct CellBox {
    std::string_view control{};
    std::string_view label{};  ///< for those who do not see the table around it
    std::string_view value{};
    std::string_view error{};
    bool is_number{};
};
void cell_box(html::Writer& out, const CellBox& box);

/// Beside a cell: that it was copied and nobody touched it since; empty once somebody did.
void copied_mark(html::Writer& out, std::string_view control, bool is_copied);

}  // namespace caicach::report
