"""What is asked about files on their way in: one click an answer, one answer for all that is alike."""

import datetime

import streamlit as st

from dashboard import uploads
from dashboard.ui.language import language, plain, words
from dashboard.ui.served_database import database
from dashboard.ui.upload.import_keys import widget_key
from dashboard.ui.viewer import staff_only
from dashboard.uploads import Batch, Question

_MOST_BUTTONS = 9
_LINES_NAMED = 8


def show_questions(batch: Batch) -> None:
    """The open questions, then folded what was answered or read by a rule, to be changed there."""
    if batch.questions:
        st.subheader(words("importing.questions", count=len(batch.questions)), anchor=False)
        for question in batch.questions:
            with st.container(border=True, key=widget_key("question", question.key)):
                _ask(question)
    answered = {one.key: one for sheet in batch.sheets for one in sheet.answered}
    if answered:
        with st.expander(words("importing.answered", count=len(answered)), key="answered"):
            for question in answered.values():
                _offer_change(question)
            if uploads.list_remembered(database()):
                st.button(words("importing.forget"), key="forget_answers", on_click=_forget)


def _ask(question: Question) -> None:
    st.markdown(f"**{plain(question.text(language()))}**")
    if question.lines:
        st.caption(_lines(question))
    key = widget_key("answer", question.key)
    texts = {option.value: option.text(language()) for option in question.options}
    if texts and len(texts) <= _MOST_BUTTONS:
        with st.container(horizontal=True):
            for place, (value, text) in enumerate(texts.items()):
                st.button(
                    plain(text),
                    key=f"{key}_{place}",
                    type="primary" if value == question.proposal else "secondary",
                    on_click=_answer,
                    args=(question.key, value),
                )
    elif texts:
        _offer_list(question, key, texts)
    _offer_own(question, f"{key}_own")


def _offer_list(question: Question, key: str, texts: dict[str, str]) -> None:
    values = list(texts)
    st.selectbox(
        question.text(language()),
        values,
        index=values.index(question.answer) if question.answer in values else None,
        format_func=lambda value: texts.get(value, value),
        key=key,
        placeholder=words("importing.choose"),
        label_visibility="collapsed",
        on_change=_answer_chosen,
        args=(question.key, key),
    )


def _offer_own(question: Question, key: str) -> None:
    """A day or words of one's own, where the question takes them."""
    if question.free == "date":
        st.date_input(
            words("importing.own_day"),
            value=None,
            format="YYYY.MM.DD" if language() == "ko" else "YYYY-MM-DD",
            key=key,
            on_change=_answer_chosen,
            args=(question.key, key),
            width=340,
        )
    elif question.free == "text":
        st.text_input(
            words("importing.own_words"),
            key=key,
            max_chars=80,
            placeholder=question.proposal or "",
            on_change=_answer_chosen,
            args=(question.key, key),
            width=340,
        )


def _lines(question: Question) -> str:
    named = ", ".join(map(str, question.lines[:_LINES_NAMED]))
    left = len(question.lines) - _LINES_NAMED
    return words("importing.lines_more" if left > 0 else "importing.lines", lines=named, count=left)


def _offer_change(question: Question) -> None:
    texts = {option.value: option.text(language()) for option in question.options}
    if question.answer and question.answer not in texts:
        texts = {question.answer: question.answer, **texts}
    st.markdown(plain(question.text(language())))
    key = widget_key("change", question.key)
    _offer_list(question, key, texts)
    _offer_own(question, f"{key}_own")


def _answer(key: str, value: str) -> None:
    st.session_state.answers = {**st.session_state.answers, key: value}


def _answer_chosen(key: str, widget: str) -> None:
    value = st.session_state[widget]
    if value:
        _answer(key, value.isoformat() if isinstance(value, datetime.date) else str(value))


@staff_only
def _forget() -> None:
    """Ask everything anew, of these files and of the next."""
    uploads.forget_answers(database())
    st.session_state.answers = {}
    st.session_state.pop("batch_read_as", None)
