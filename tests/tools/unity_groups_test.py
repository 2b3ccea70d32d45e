"""Sources that would mean something else beside each other are compiled apart."""
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import unity_groups  # noqa: E402

KEEPS_ROW_OF = "namespace a\n{\nnamespace\n{\nint row_of(int x) { return x; }\n}\n}\n"
CALLS_ROW_OF = "namespace a\n{\nint g() { return row_of(2); }\n}\n"
KEEPS_ASKED = "namespace a\n{\nnamespace\n{\nstruct Asked {\n    int at;\n};\n}\n}\n"
SAYS_ASKED = "namespace a\n{\nint h(const Asked& asked) { return asked.at; }\n}\n"
HAS_A_MEMBER = "namespace a\n{\nint i(const Row& row) { return row.row_of(3) + b::row_of(4); }\n}\n"
HIDES_A_LOCAL = "namespace a\n{\nint j() { const int row_of = 5; return row_of; }\n}\n"


class Groups(unittest.TestCase):
    def count(self, *texts):
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder) / f"{number}.cpp" for number in range(len(texts))]
            for path, text in zip(paths, texts):
                path.write_text(text, encoding="utf-8")
            return len(unity_groups.groups(paths))

    def test_files_without_a_name_in_common_are_one_group(self):
        self.assertEqual(self.count(KEEPS_ROW_OF, KEEPS_ASKED), 1)

    def test_a_name_that_two_files_keep_parts_them(self):
        self.assertEqual(self.count(KEEPS_ROW_OF, KEEPS_ROW_OF), 2)

    def test_a_name_that_another_file_calls_parts_them(self):
        self.assertEqual(self.count(KEEPS_ROW_OF, CALLS_ROW_OF), 2)

    def test_a_type_that_another_file_names_parts_them(self):
        self.assertEqual(self.count(KEEPS_ASKED, SAYS_ASKED), 2)

    def test_members_qualified_names_and_locals_part_nobody(self):
        self.assertEqual(self.count(KEEPS_ROW_OF, HAS_A_MEMBER, HIDES_A_LOCAL), 1)

    def test_a_group_is_no_larger_than_what_two_cores_share_well(self):
        long = "// " + "x" * (unity_groups.GROUP_BYTES_MAX // 2)
        self.assertEqual(self.count(long, long, long), 3)


if __name__ == "__main__":
    unittest.main()
