#pragma once
#include <string_view>
#include <vector>

#include "plan/importer/headings.hpp"
#include "plan/importer/item_maker.hpp"
#include "plan/importer/neighbours.hpp"
#include "plan/importer/outline.hpp"

namespace caicach::plan::importer
{

/// Walks the outline from above and decides of each node what it is. Sections and results stand in
/// items.cpp, tasks in tasks.cpp, standing duties in duties.cpp.
class Walker
{
public:
    Walker(const Outline& outline, ItemMaker& maker, const Gazetteer& gazetteer)
        : m_outline{outline}, m_maker{maker}, m_gazetteer{gazetteer}
    {
    }
    void run();

private:
    // The depth of the outline is bounded (limits.hpp).
    void children(const std::vector<int>& nodes, const Context& context);
    /// "Sở A chủ trì, phối hợp với Sở B:" before a list: whom it charges with what follows.
    [[nodiscard]] Roles charged_by(const Node& node) const;
    void visit(int index, const Context& context);
    /// "* Nội dung tuyên truyền:", "* Hình thức triển khai:" head the list below them.
    bool opens_group(int index, const Context& context);
    /// "a) Chỉ tiêu: 100% hồ sơ đúng hạn." among tasks: a target in one line.
    void target_stated(int index, std::string_view stated, Context context);
    void reclassify(const Node& node, Context& context) const;
    /// Purposes are no items, but a measurable result among them is a target.
    void purpose(int index, const Context& context);
    void target(int index, const Context& context);
    void task(int index, const Context& context);
    /// What stands below an item whose heading it is; a paragraph is counted as a bullet is.
    void parts_of_item(const std::vector<int>& parts, const Context& context);
    /// A statement above its parts, and no mere name of them.
    [[nodiscard]] bool says_itself(const Node& node, const Facts& facts,
                                   const Context& context) const;
    /// What has nothing below it but its own terms.
    void leaf(int index, const Facts& facts, const Context& context);
    /// "5. Cải cách tài chính công" above one sentence and its terms: the sentence is the task.
    bool said_below(int index, Facts facts, const Context& context);
    /// "2. In tờ rơi về dịch vụ công" above "Giao Sở A chủ trì …": the title is the task.
    bool assigned_below(int index, const Facts& facts, const Context& context);
    /// A heading above one paragraph: the paragraph is the statement and takes its path.
    bool body_alone(int index, const Facts& facts, const Context& context);
    /// Introductions and remarks between the labelled parts of a section.
    [[nodiscard]] bool is_aside(const Node& node, const Context& context) const;
    [[nodiscard]] int m_self(const Node& node) const;
    [[nodiscard]] bool parts_have_terms(const Facts& facts) const;
    void descend(int index, const Context& context);
    void activity(int index, const Facts& facts, const Context& context);
    void duty(int index, const Context& context);
    /// "2. Sở Nội vụ" and what stands below it, or behind its colon.
    void duties_of(int index, const AgencyHeading& heading, const Context& context);
    /// "3. Thành viên Ban Chỉ đạo" beside headings of agencies: a body that no list knows.
    [[nodiscard]] bool is_named_among_agencies(const Node& node) const;
    /// A heading among duties that is no agency, though it may name some.
    void duties_under(int index, const Context& context);
    /// "5. Thời gian thực hiện: trong năm 2026", "4. Kinh phí thực hiện do ngân sách bảo đảm": the
    /// whole plan's, and nobody's duty.
    [[nodiscard]] bool is_term_of_plan(const Node& node) const;
    /// The duties under a heading of agencies; its first paragraph takes the heading's path.
    void bodies(const Node& node, const Context& context);
    /// What stands below one duty: further parts of it, unless a part has its own subject.
    void duty_below(int child, int item, const Context& context);
    [[nodiscard]] bool has_subject(std::string_view text) const;
    /// A paragraph that no list holds: a duty where it sets a date, a closing formula otherwise.
    void closing(int index, const Context& context);

    const Outline& m_outline;
    ItemMaker& m_maker;
    const Gazetteer& m_gazetteer;
};

}  // namespace caicach::plan::importer
