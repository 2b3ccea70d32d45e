#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "html/html.hpp"
#include "http/request.hpp"
#include "manifest/context.hpp"
#include "report/filling/cell_saving.hpp"
#include "report/filling/compare.hpp"
#include "report/filling/filled.hpp"
#include "report/filling/filling_form.hpp"
#include "report/filling/gathering.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// A cell that two people changed, in words for both.
struct ContestedCell {
    std::string text{};  ///< of the cell
    std::string control{};
    std::string mine{};
    std::string theirs{};
    std::string their_name{};
    std::string their_time{};
};

/// What a page shows of a report, to read or to write in.
struct FillingPage {
    Filled filled{};
    std::vector<Fault> faults{};                 ///< of the whole, before it can be sent
    std::map<std::string, std::string> drawn{};  ///< of narratives: the text that is proposed
    Gathering gathering{};
    bool may_fill{};
    std::string period_before{};                 ///< title of the one to copy from; empty: none
    Earlier earlier{};                           ///< what was sent before, beside each number
    std::map<std::string, std::string> typed{};  ///< by control: what was sent and refused
    std::vector<Fault> refused{};                ///< of cells
    std::vector<std::string> touched{};          ///< controls whose cells were just kept
    std::vector<ContestedCell> contested{};
    std::string part{};    ///< whose form was sent: there a conflict is shown
    web::Fault fault{};    ///< of rows and files, and of what was brought
    std::string pasted{};  ///< into the table that the fault names
    bool pastes_from_first{};
};

/// The content of the form, section by section.
void filling(html::Writer& out, const Context& context, const FillingPage& page);
/// Everything that is wrong, as a part of the page that answers bring anew.
void fault_part(html::Writer& out, const FillingPage& page);
/// What an answer to a form that saves itself brings: faults, differences, the choice where two
/// changed the same.
void saved_parts(html::Writer& out, const Context& context, const FillingPage& page,
                 const std::vector<CellNews>& news);

}  // namespace caicach::report
