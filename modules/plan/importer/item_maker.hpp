#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "plan/importer/facts.hpp"
#include "plan/importer/imported_plan.hpp"
#include "plan/importer/items.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/outline.hpp"
#include "plan/importer/roles.hpp"
#include "plan/importer/tables.hpp"

/// Makes items of nodes whose kind is settled, fills their fields, and keeps account of the lines.
namespace caicach::plan::importer
{

/// What stands above a node.
struct Context {
    Section section{Section::activity};
    std::string path{};
    std::vector<std::string> headings{};
    std::vector<std::string> audience{};
    std::vector<AgencyName> agencies{};  ///< of the heading, in a section of duties
    std::string unread_heading{};        ///< of which only a part was understood
    bool requested{};
    Roles charged{};    ///< whom an introduction charges with all that follows it
    int inherited{-1};  ///< the item whose terms hold here too

    [[nodiscard]] Context at(std::string new_path) const
    {
        Context other = *this;
        other.path = std::move(new_path);
        return other;
    }
};

/// Whom a heading names as audience; where it names none, what held before.
[[nodiscard]] std::vector<std::string> audience_of(std::string_view heading,
                                                   const std::vector<std::string>& otherwise);

class ItemMaker
{
public:
    ItemMaker(const std::vector<Paragraph>& paragraphs, const Parts& parts, const Outline& outline,
              const Gazetteer& gazetteer, int year, std::size_t line_count);

    int make(ItemType type, int node, const Facts& facts, const Context& context);
    int make_body(ItemType type, int heading, int body, const Context& context);
    /// The task that `node` names, whose roles and time the sentence `below` gives.
    int make_assigned(int node, int below, Facts facts, const Context& context);
    int make_doer(int node, const Context& context);
    int make_duty(int node, std::string_view title, const Context& context);
    void table(int node, const Context& context);

    /// The lines of a node, and of all below it, become part of the item.
    void absorb(int item, int node);
    /// The item's place reaches over the node, whose lines have their own fate.
    void stretch(int item, int node);
    void stretch_over(int item, const std::vector<int>& nodes);
    void mark(int node, Fate fate);
    void mark_all(int node, Fate fate);
    /// A paragraph that only says until when belongs to the duty before it.
    bool only_deadline(int item, int node);

    [[nodiscard]] std::string path_of(int node, const Context& above) const;
    [[nodiscard]] std::string path_below_field(int node, const Context& above) const;
    [[nodiscard]] std::string annex_label(int annex) const;
    [[nodiscard]] std::string next_loose(int parent);
    [[nodiscard]] bool is_measurable(std::string_view text) const;
    [[nodiscard]] bool states_time(std::string_view text) const;
    [[nodiscard]] static bool is_closing_formula(std::string_view text);

    [[nodiscard]] ItemsFound take();

private:
    int add(ImportedItem item, int node);
    /// The row that heads others: what it says, and its number.
    struct RowGroup {
        std::string heading{};
        std::string label{};
    };
    void row(const Table& table, const TableRow& row, const RowGroup& group,
             const Context& context);
    void row_agencies(const Table& table, const TableRow& row, ImportedItem& item) const;
    void leaders_in(std::string_view cell, bool performers, ImportedItem& item) const;
    void row_terms(const Table& table, const TableRow& row, ImportedItem& item) const;
    void duty_field(ImportedItem& item, const Field& field) const;
    void set_time(ImportedItem& item, const std::string& text) const;
    void roles_by_title(ImportedItem& item, const std::string& title) const;
    void time_by_words(ImportedItem& item, const Facts& facts) const;
    static void give_period(ImportedItem& item);
    static std::vector<Metric> shares_in(std::string_view title);
    void set_quotas(ImportedItem& item, std::string_view first, std::string_view second,
                    std::string_view third) const;
    static void add_plain_counts(ImportedItem& item, std::string_view text);
    static void leave_count_out(ImportedItem& item, std::string_view text);
    static void leave_rounds_out(ImportedItem& item);
    void inherit(ImportedItem& item, const Context& context) const;
    void fate_of(int node, Fate fate, int item);
    void lines_of(std::size_t paragraph, Fate fate, int item);
    [[nodiscard]] ImportedItem& at(int item)
    {
        return m_found.items[static_cast<std::size_t>(item)];
    }

    const std::vector<Paragraph>& m_paragraphs;
    const Parts& m_parts;
    const Outline& m_outline;
    const Gazetteer& m_gazetteer;
    int m_year;
    ItemsFound m_found{};
    std::map<int, int> m_loose{};         ///< unlabelled paragraphs made items, by parent
    std::map<std::string, int> m_rows{};  ///< rows of one table, by path
};

}  // namespace caicach::plan::importer
